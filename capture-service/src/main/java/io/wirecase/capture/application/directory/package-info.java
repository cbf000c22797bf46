/**
 * Directories and their tickets: Kerberos and LDAP, both of messages in ASN.1. Only {@code capture.application} imports
 * it; it imports {@code dialog}, {@code datagram}, {@code naming}, {@code stream} and {@code core.flow}.
 */
@NullMarked
package io.wirecase.capture.application.directory;

import org.jspecify.annotations.NullMarked;
