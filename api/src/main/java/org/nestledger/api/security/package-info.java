/** Who sends a request, what they may do in which zone, and what is refused because of that. */
@NullMarked
package org.nestledger.api.security;

import org.jspecify.annotations.NullMarked;
