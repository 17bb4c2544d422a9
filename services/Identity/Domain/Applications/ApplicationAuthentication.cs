namespace Portal.Identity.Domain.Applications;

/// <summary>The one way in which a client proves who it is.</summary>
public enum ApplicationAuthentication
{
    /// <summary>A secret that both sides know (client_secret_basic, client_secret_post).</summary>
    Secret,

    /// <summary>An assertion signed with a key that the client alone has (private_key_jwt).</summary>
    PrivateKeyJwt,
}
