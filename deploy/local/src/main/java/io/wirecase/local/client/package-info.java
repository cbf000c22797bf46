/**
 * What a person's command asks of the front door, over the same REST interface everyone else uses.
 *
 * <p>May be imported by {@code cli} and the end-to-end tests.
 */
@NullMarked
package io.wirecase.local.client;

import org.jspecify.annotations.NullMarked;
