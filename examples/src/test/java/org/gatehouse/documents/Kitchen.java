package org.gatehouse.documents;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Does what a page says: writes its classes, changes the server's sources by its patches, compiles
 * both, and runs the result apart from everything else in this process, the changed classes first.
 */
final class Kitchen {
  private static final Pattern CLASS = Pattern.compile("(?m)^public (?:final )?class (\\w+)");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern PATCHED = Pattern.compile("(?m)^\\+\\+\\+ (\\S+)\\n");

  /** What a reader's program imports, so that the statements of a page need not say it. */
  private static final String IMPORTS =
      Stream.of(
              "static org.junit.jupiter.api.Assertions.assertEquals",
              "java.net.*",
              "java.net.http.*",
              "java.net.http.HttpResponse.BodyHandlers",
              "java.nio.file.*",
              "java.util.*",
              "java.util.concurrent.*",
              "org.gatehouse.application.fake.*",
              "org.gatehouse.bootstrap.*",
              "org.gatehouse.domain.target.*")
          .map(name -> "import " + name + ";\n")
          .reduce("", String::concat);

  private final Path sources;
  private final Path classes;

  Kitchen(Path folder) throws IOException {
    sources = Files.createDirectories(folder.resolve("sources"));
    classes = Files.createDirectories(folder.resolve("classes"));
  }

  /** Whether a block is a class, and not statements. */
  static boolean isClass(String code) {
    return CLASS.matcher(code).find();
  }

  void write(String code) throws IOException {
    Matcher name = CLASS.matcher(code);
    if (!name.find()) {
      throw new IllegalArgumentException("no public class: " + code);
    }
    Matcher inside = PACKAGE.matcher(code);
    String folder = inside.find() ? inside.group(1).replace('.', '/') : "";
    Path file = sources.resolve(folder).resolve(name.group(1) + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, code);
  }

  /** Writes statements, as a program that gives back what its last line says. */
  void writeProgram(String statements, String result) throws IOException {
    write(
        IMPORTS
            + "public final class Program implements Callable<Object> {\n"
            + "public Object call() throws Exception {\n"
            + statements
            + "return "
            + result
            + ";\n}\n}\n");
  }

  /** Applies a patch in unified form, whose hunks are found by their lines and not by numbers. */
  void patch(String patch) throws IOException {
    Matcher file = PATCHED.matcher(patch);
    if (!file.find()) {
      throw new IllegalArgumentException("no file: " + patch);
    }
    Path original = Documents.page(file.group(1));
    String text = Documents.read(original);
    for (String hunk : patch.substring(file.end()).split("(?m)^@@.*\\n")) {
      String before = lines(hunk, ' ', '-');
      int at = text.indexOf(before);
      if (hunk.isBlank()) {
        continue;
      }
      if (at < 0 || text.indexOf(before, at + 1) >= 0) {
        throw new IllegalArgumentException(
            "these lines are not once in " + file.group(1) + ":\n" + before);
      }
      text = text.substring(0, at) + lines(hunk, ' ', '+') + text.substring(at + before.length());
    }
    String place = file.group(1).replaceFirst(".*/src/main/java/", "");
    Path patched = sources.resolve(place);
    Files.createDirectories(patched.getParent());
    Files.writeString(patched, text);
  }

  private static String lines(String hunk, char kept, char own) {
    StringBuilder lines = new StringBuilder();
    for (String line : hunk.split("\n")) {
      if (line.isEmpty() || line.charAt(0) == kept || line.charAt(0) == own) {
        lines.append(line.isEmpty() ? line : line.substring(1)).append('\n');
      }
    }
    return lines.toString();
  }

  /** Compiles all that was written, with every warning an error, and runs the program of it. */
  Object run() throws Exception {
    compile();
    URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader());
    Object program = loader.loadClass("Program").getDeclaredConstructor().newInstance();
    return ((Callable<?>) program).call();
  }

  private void compile() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(found, Locale.ROOT, null);
        Stream<Path> written = Files.walk(sources)) {
      List<Path> units = written.filter(file -> file.toString().endsWith(".java")).toList();
      List<String> options =
          List.of(
              "-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
      compiler
          .getTask(null, files, found, options, null, files.getJavaFileObjectsFromPaths(units))
          .call();
    }
    List<Diagnostic<? extends JavaFileObject>> complaints = found.getDiagnostics();
    if (!complaints.isEmpty()) {
      throw new IllegalArgumentException(complaints.toString());
    }
  }

  private URL[] classPath() throws IOException {
    List<URL> path = new ArrayList<>(List.of(classes.toUri().toURL()));
    String[] entries = System.getProperty("java.class.path").split(java.io.File.pathSeparator);
    for (String entry : Arrays.asList(entries)) {
      path.add(Path.of(entry).toUri().toURL());
    }
    return path.toArray(URL[]::new);
  }
}
