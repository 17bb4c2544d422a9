using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Portal.Contracts.Identity;

namespace Portal.Auditing;

/// <summary>How a service records what people and partners do by its routes.</summary>
public static class AuditingExtensions
{
    /// <summary>
    /// Records what people and partners change by the service's routes for the audit trail (<see
    /// cref="ActionRecorded"/>), in the transaction that changes it. The model of the service's database needs the
    /// outbox. A service without such routes leaves it out, and so does Identity, which keeps the trail.
    /// </summary>
    /// <param name="builder">The service's builder.</param>
    /// <param name="service">Name of the service, such as <c>policy</c>; an action's name begins with it.</param>
    public static IHostApplicationBuilder AddAuditing(this IHostApplicationBuilder builder, string service)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<ISaveChangesInterceptor>(
            services => ActivatorUtilities.CreateInstance<ActionRecorder>(services, service));
        return builder;
    }

    /// <summary>Says that the route changes data of the client whose id is in its address.</summary>
    /// <param name="route">The route.</param>
    /// <param name="routeValue">Name of the route value with the client's id.</param>
    public static TBuilder ConcernsClientInAddress<TBuilder>(this TBuilder route, string routeValue)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new ConcernedClient.InAddress(routeValue));

    /// <summary>
    /// Says that the route changes data of a client that its handler names with <see cref="Concerns"/>; a change is not
    /// saved until it has.
    /// </summary>
    public static TBuilder ConcernsClientNamedByHandler<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new ConcernedClient.NamedByHandler());

    /// <summary>Says that the route changes nothing that belongs to one client, and why that is so.</summary>
    public static TBuilder ConcernsNoClient<TBuilder>(this TBuilder route, string because)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new ConcernedClient.None(because));

    /// <summary>
    /// Names the client whose data the request changes, on a route with <see cref="ConcernsClientNamedByHandler"/>: the
    /// client then finds the action in its own part of the audit trail. A caller who is bounded to an account always
    /// acts on that one.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="accountId">The client, as stored with what is changed.</param>
    public static void Concerns(this HttpContext http, Guid accountId) =>
        http.Items[RecordedRequest.ConcernedKey] = accountId;
}
