using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Outbox.Database;

/// <summary>Asks a context's model what it has.</summary>
internal static class ModelQuestions
{
    public static bool ModelHas<TContext, TEntity>(this IServiceScopeFactory scopes)
        where TContext : DbContext
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetRequiredService<TContext>().Model.FindEntityType(typeof(TEntity)) is not null;
    }
}
