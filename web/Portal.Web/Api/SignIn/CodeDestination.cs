namespace Portal.Web.Api.SignIn;

/// <summary>Where a code can be sent.</summary>
/// <param name="Kind"><c>email</c> or <c>mobile</c>.</param>
/// <param name="Masked">The address with most of it hidden.</param>
public sealed record CodeDestination(string Kind, string Masked);
