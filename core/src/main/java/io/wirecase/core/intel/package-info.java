/**
 * What is known of addresses and exchanges from data files and recognisers. Imports core.flow and core.alert only.
 */
@NullMarked
package io.wirecase.core.intel;

import org.jspecify.annotations.NullMarked;
