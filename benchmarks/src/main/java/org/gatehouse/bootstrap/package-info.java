/** The way into bootstrap's package for benchmarks, which measure what it has put together. */
package org.gatehouse.bootstrap;
