/** The rules of the house, checked on every module's sources and classes. Nothing imports it. */
@NullMarked
package io.wirecase.house;

import org.jspecify.annotations.NullMarked;
