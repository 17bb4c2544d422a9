namespace Portal.Identity.Features.Access;

/// <summary>Metadata of an endpoint: a power that it gives.</summary>
internal sealed record RequiredPower(Power Power);
