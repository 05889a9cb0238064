/** What a request costs, against a request that asks for nothing. */
@NullMarked
package org.nestledger.bench.web;

import org.jspecify.annotations.NullMarked;
