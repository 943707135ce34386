/**
 * Tests of the built jar that try to leave the root: by the spelling of a path, by links, by what
 * is no file, and by racing with whoever changes the folders.
 */
package org.gatehouse.bootstrap.endtoend.confinement;
