package org.nestledger.core.supply;

/** How land is supplied: 拍卖、挂牌、招标、协议、划拨. */
public enum SupplyMethod {
    AUCTION,
    LISTING,
    TENDER,
    AGREEMENT,
    ALLOCATION
}
