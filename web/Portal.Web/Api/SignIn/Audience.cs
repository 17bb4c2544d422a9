namespace Portal.Web.Api.SignIn;

/// <summary>Who signs in.</summary>
public enum Audience
{
    Client,
    Staff,
}
