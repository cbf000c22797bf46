/**
 * What every protocol over TCP has in common: how it is told by first bytes, how it is read line by line or message by
 * message, how it hands the connection over to what it carries, and how its facts are noted. The rooms of single
 * protocols and {@code capture.application} import it; it imports {@code stream}, {@code naming} (how bytes look) and
 * {@code dns} (what resolutions are told to). The rooms of datagrams note their facts with it too.
 */
@NullMarked
package io.wirecase.capture.application.dialog;

import org.jspecify.annotations.NullMarked;
