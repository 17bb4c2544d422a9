using Portal.Identity.Domain.Clients;

namespace Portal.Identity.Features.AuthenticateClient;

/// <summary>What a proved client asks at an endpoint of OAuth.</summary>
internal sealed record ClientRequest(ApiClient Client, OAuthForm Form);
