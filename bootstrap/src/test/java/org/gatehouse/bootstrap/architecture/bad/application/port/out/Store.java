package org.gatehouse.bootstrap.architecture.bad.application.port.out;

/** A driven port. */
public interface Store {}
