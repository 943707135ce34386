package org.gatehouse.bootstrap.architecture.bad.elsewhere;

/** Belongs to no part. */
public final class Unplaced {}
