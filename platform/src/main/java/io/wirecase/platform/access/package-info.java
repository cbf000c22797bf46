/**
 * Who may call a service: every path but the health checks needs the key. Services get it by depending on this module;
 * nothing imports it.
 */
@NullMarked
package io.wirecase.platform.access;

import org.jspecify.annotations.NullMarked;
