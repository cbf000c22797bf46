/**
 * What detection says of flows, hosts and conversations: findings with points and the side that is accountable. Imports
 * core.flow only.
 */
@NullMarked
package io.wirecase.core.alert;

import org.jspecify.annotations.NullMarked;
