/**
 * Makes what a package holds beside the jar, from the model of the command line: nothing in here is
 * in the jar, and nothing is written by hand that the model knows.
 */
package org.gatehouse.distribution;
