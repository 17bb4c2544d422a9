namespace Portal.Testing.Running;

/// <summary>Where a running portal is and how its demo partner signs in, as the app host writes it down.</summary>
internal sealed record RunFile(Uri Gateway, RunFilePartner Partner);

/// <summary>What the demo partner signs in with.</summary>
internal sealed record RunFilePartner(string ClientId, string ClientSecret);
