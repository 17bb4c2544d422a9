namespace Portal.Policies.Features.GetPolicies;

/// <summary>The insurer of a term.</summary>
internal sealed record CarrierResponse(string Name, string Naic);
