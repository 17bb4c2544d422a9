using Portal.ServiceDefaults.Results;

namespace Portal.Gateway.Security;

internal sealed record CrossSiteRequest() : Forbidden(
    "cross-site-request",
    "The request does not show that a page of this portal sent it, so its cookie does not count. Send it from the "
    + "portal's own "
    + "address with Sec-Fetch-Site or Origin as browsers do, or with an access token as 'Authorization: Bearer ...'.");

internal sealed record HostNotServed(string Issuer) : Misdirected(
    "host-not-served",
    $"The portal is not at the host that the request is for; it is at {Issuer}. Another address of it is named in "
    + "Gateway__Addresses.");
