using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Access;

/// <summary>Says of a route which power it gives, and holds it to that power's rule.</summary>
internal static class PowerExtensions
{
    /// <summary>
    /// Asks for the power's scope, and for a fresh second factor where the power needs one, before the handler runs.
    /// </summary>
    public static RouteHandlerBuilder RequirePower(this RouteHandlerBuilder route, Power power)
    {
        route.NamePower(power);
        if (power.NeedsFreshFactor)
        {
            route.AddEndpointFilter<FreshSecondFactorFilter>().ProducesProblem(StatusCodes.Status403Forbidden);
        }

        return route;
    }

    /// <summary>
    /// Asks for the power's scope and leaves the second factor to the handler, which enters refusals into the audit
    /// trail or has a caller who is about to prove one.
    /// </summary>
    public static RouteHandlerBuilder NamePower(this RouteHandlerBuilder route, Power power)
    {
        route.WithMetadata(new RequiredPower(power));
        return power.Scope is { } scope ? route.RequireScope(scope) : route;
    }
}
