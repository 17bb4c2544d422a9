using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Persistence;

/// <summary>Asks a context's model what it has.</summary>
internal static class ModelExtensions
{
    public static bool ModelHas<TContext, TEntity>(this IServiceScopeFactory scopes)
        where TContext : DbContext
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetRequiredService<TContext>().Model.FindEntityType(typeof(TEntity)) is not null;
    }
}
