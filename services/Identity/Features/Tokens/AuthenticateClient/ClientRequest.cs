using Portal.Identity.Domain.Applications;

namespace Portal.Identity.Features.Tokens.AuthenticateClient;

/// <summary>What a proved client asks at an endpoint of OAuth.</summary>
internal sealed record ClientRequest(Application Client, OAuthForm Form);
