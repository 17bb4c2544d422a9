namespace Portal.Web.Services.SignIn;

/// <summary>Who signs in.</summary>
public enum Audience
{
    Client,
    Staff,
}
