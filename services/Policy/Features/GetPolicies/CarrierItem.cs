namespace Portal.Policies.Features.GetPolicies;

/// <summary>The insurer of a term.</summary>
internal sealed record CarrierItem(string Name, string Naic);
