# syntax=docker/dockerfile:1
# Gatehouse in a container: built and linked in the first stage, and nothing but what runs in the second.
# How to run it, and why it is so: docs/operations/README.md and docs/adr/0011-a-linked-runtime.md.

ARG BUILD_IMAGE=maven:3.9-eclipse-temurin-25
ARG RUNTIME_IMAGE=gcr.io/distroless/base-nossl-debian13:nonroot

FROM ${BUILD_IMAGE} AS build
WORKDIR /build

# A build of modules without sources fetches all that a build takes. It is repeated only when a pom changes.
COPY .mvn/jvm.config .mvn/
COPY pom.xml ./
COPY domain/pom.xml domain/
COPY application/pom.xml application/
COPY adapter-socket/pom.xml adapter-socket/
COPY adapter-filesystem/pom.xml adapter-filesystem/
COPY adapter-persistence/pom.xml adapter-persistence/
COPY bootstrap/pom.xml bootstrap/
COPY junit-extension/pom.xml junit-extension/
COPY examples/pom.xml examples/
RUN mvn -B -ntp -q -DskipTests -pl bootstrap -am package

COPY LICENSE ./
COPY domain/src domain/src
COPY application/src application/src
COPY adapter-socket/src adapter-socket/src
COPY adapter-filesystem/src adapter-filesystem/src
COPY adapter-persistence/src adapter-persistence/src
COPY bootstrap/src bootstrap/src
RUN mvn -B -ntp -q -o -DskipTests -pl bootstrap -am package

# A runtime of the modules that the jar uses, with a class-data archive, so that it starts sooner.
RUN jlink --output runtime \
      --add-modules "$(jdeps --print-module-deps --ignore-missing-deps --multi-release 25 bootstrap/target/server.jar)" \
      --strip-debug --no-header-files --no-man-pages --compress zip-6 --generate-cds-archive

RUN mkdir var

FROM ${RUNTIME_IMAGE}
LABEL org.opencontainers.image.title="Gatehouse" \
      org.opencontainers.image.description="An HTTP/1.0 and HTTP/1.1 origin server" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="1.0.0"

# Program and runtime belong to root: the server cannot change them. Site and stores belong to the server.
COPY --from=build /build/runtime /opt/java
COPY --from=build /build/bootstrap/target/server.jar /opt/gatehouse/server.jar
COPY --chown=65532:65532 www /srv/www
COPY --from=build --chown=65532:65532 /build/var /srv/var

# As variables, not as arguments, so that the health check below finds the same server. Off loopback, writing takes
# credentials unless GATEHOUSE_WRITES says otherwise; without HTTP_AUTH_USER and HTTP_AUTH_PASS nobody has any.
ENV GATEHOUSE_BIND=0.0.0.0 \
    GATEHOUSE_PORT=8080 \
    GATEHOUSE_ROOT=/srv/www \
    GATEHOUSE_VAR=/srv/var

# By number, so that Kubernetes can see that it is not root.
USER 65532:65532
WORKDIR /srv
VOLUME ["/srv/var"]
EXPOSE 8080

# Java takes two thirds of the memory that the container is given for its heap, writes nothing outside the volumes,
# and leaves a restart to whoever started it when the heap does not do.
ENTRYPOINT ["/opt/java/bin/java", "-XX:InitialRAMPercentage=0.1", "-XX:MaxRAMPercentage=66", "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData", "-jar", "/opt/gatehouse/server.jar"]

# A third of a second of CPU each time: rarely while all is well, often until it is for the first time.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --start-interval=2s --retries=3 \
  CMD ["/opt/java/bin/java", "-Xmx16m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-jar", "/opt/gatehouse/server.jar", "health"]
