package org.gatehouse.bootstrap.doctor;

/**
 * What was found.
 *
 * @param severity how much it matters
 * @param subject what it is about, in a word
 * @param what was found, in half a sentence
 * @param why it matters; empty where all is well
 * @param advice what to do; empty where all is well
 */
public record Finding(Severity severity, String subject, String what, String why, String advice) {}
