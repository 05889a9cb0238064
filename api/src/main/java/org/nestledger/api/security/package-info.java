/**
 * Who sends a request, what they may do in which zone, what is refused because of that, and how much of an answer they are
 * shown.
 */
@NullMarked
package org.nestledger.api.security;

import org.jspecify.annotations.NullMarked;
