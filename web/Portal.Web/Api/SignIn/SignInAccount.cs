namespace Portal.Web.Api.SignIn;

/// <summary>An account that the person who signs in may open.</summary>
public sealed record SignInAccount(Guid Id, string Ref, string LegalName);
