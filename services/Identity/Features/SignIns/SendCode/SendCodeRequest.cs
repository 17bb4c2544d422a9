using Portal.Identity.Domain.SignIns;

namespace Portal.Identity.Features.SignIns.SendCode;

/// <summary>Where a code is to go.</summary>
/// <param name="Destination">One of the destinations that are offered.</param>
public sealed record SendCodeRequest(CodeDestination Destination);
