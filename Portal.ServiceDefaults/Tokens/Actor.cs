namespace Portal.ServiceDefaults.Tokens;

/// <summary>Who does what a request asks for.</summary>
/// <param name="Id">Person, partner client or service.</param>
/// <param name="Name">Its name, where the token has one.</param>
/// <param name="Role">Its role, as far as the token says.</param>
public sealed record Actor(string Id, string? Name, string? Role);
