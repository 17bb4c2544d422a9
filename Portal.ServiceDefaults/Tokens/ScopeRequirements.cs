using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace Portal.ServiceDefaults.Tokens;

/// <summary>Policies by scope.</summary>
public static class ScopeRequirements
{
    /// <summary>Refuses with 401 who has no valid token, and with 403 whose token lacks the scope.</summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder builder, string scope)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.RequireAuthorization(policy => policy.RequireScope(scope));
        builder.WithMetadata(new RequiredScope(scope));
        return builder;
    }

    /// <summary>Adds to a policy that the caller's token carries the scope.</summary>
    public static AuthorizationPolicyBuilder RequireScope(this AuthorizationPolicyBuilder policy, string scope) =>
        policy.RequireAuthenticatedUser().RequireAssertion(context => context.User.HasScope(scope));
}
