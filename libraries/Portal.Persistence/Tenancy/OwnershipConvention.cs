using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Persistence.Tenancy;

/// <summary>
/// Gives every entity its query filters, by agency and by account, once all else is said of the model. Each has to say
/// whose its rows are in one way: by a marker, in its configuration, or by a filter of its own.
/// </summary>
internal sealed class OwnershipConvention(PortalDb db) : IModelFinalizingConvention, IModelFinalizedConvention
{
    private const BindingFlags Hidden = BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly PropertyInfo Scope = typeof(PortalDb).GetProperty(nameof(PortalDb.Scope), Hidden)!;

    private static readonly MethodInfo ToId = typeof(OwnershipConvention).GetMethod(nameof(IdOf), Hidden)!;

    private readonly List<(string Entity, string Filter, string Because)> _without = [];

    public void ProcessModelFinalizing(
        IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes().Where(HasRowsOfItsOwn))
        {
            Bound(
                entity, AgencyScope.Filter, nameof(AgencyScope.IsUnbounded), typeof(IOwnedByAgency<>),
                new Ownership.By(nameof(IOwnedByAgency<>.AgencyId), nameof(AgencyScope.AgencyId)));
            Bound(
                entity, AgencyScope.AccountFilter, nameof(AgencyScope.SeesEveryAccount), typeof(IOwnedByAccount<>),
                new Ownership.By(nameof(IOwnedByAccount<>.AccountId), nameof(AgencyScope.AccountId)));
        }
    }

    // Not in the model as migrations write it down: there only what the database has is said.
    public IModel ProcessModelFinalized(IModel model)
    {
        foreach (var (entity, filter, because) in _without)
        {
            model.FindEntityType(entity)!.AddRuntimeAnnotation(Ownership.AnnotationOf(filter), because);
        }

        return model;
    }

    // An owned row is read with its owner alone; without a key are the answers to SQL of our own, which bounds itself.
    private static bool HasRowsOfItsOwn(IConventionEntityType entity) =>
        entity.BaseType is null && !entity.IsOwned() && entity.FindPrimaryKey() is not null;

    private void Bound(IConventionEntityType entity, string filter, string seesAll, Type marker, Ownership.By marked)
    {
        var declared = entity.RemoveAnnotation(Ownership.AnnotationOf(filter))?.Value as Ownership;
        var isMarked = entity.ClrType.GetInterfaces()
            .Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == marker);
        var isByHand = entity.FindDeclaredQueryFilter(filter) is not null;
        switch (declared, isMarked, isByHand)
        {
            case (null, true, false):
                entity.SetQueryFilter(filter, FilterOf(entity, seesAll, marked));
                break;
            case (Ownership.Open open, false, false):
                _without.Add((entity.Name, filter, open.Because));
                break;
            case (not null, false, false):
                entity.SetQueryFilter(filter, FilterOf(entity, seesAll, declared as Ownership.By));
                break;
            case (null, false, true):
                break;
            default:
                throw new InvalidOperationException(
                    $"Whose the rows of {entity.ClrType} are ({filter}) has to be said in one way: by "
                    + $"{marker.Name.Split('`')[0]}, or in its"
                    + $" configuration with {nameof(OwnershipExtensions)}.");
        }
    }

    /// <summary>
    /// <c>row => scope.SeesAll || row.Key == scope.Seen</c>; without a key, <c>_ => scope.SeesAll</c>.
    /// </summary>
    private LambdaExpression FilterOf(IConventionEntityType entity, string seesAll, Ownership.By? by)
    {
        // EF Core puts the context that asks in the place of this one.
        var scope = Expression.Property(Expression.Constant(db), Scope);
        var row = Expression.Parameter(entity.ClrType, "row");
        Expression seen = Expression.Property(scope, seesAll);
        return Expression.Lambda(
            by is null ? seen : Expression.OrElse(seen, Owns(entity, row, by.Key, Expression.Property(scope, by.Seen))),
            row);
    }

    private static BinaryExpression Owns(
        IConventionEntityType entity, ParameterExpression row, string key, Expression seen)
    {
        var property = entity.FindProperty(key) is { PropertyInfo: { } info } found
            ? found
            : throw new InvalidOperationException(
                $"{entity.ClrType} has no column {key}, which would say whose its rows are.");
        Expression own = Expression.Property(row, info);
        if (property.GetValueConverter() is { } converter)
        {
            // A type of id that the domain has. A call, because EF Core makes a parameter of that and not of a "new".
            seen = Expression.Call(
                ToId.MakeGenericMethod(own.Type), Expression.Constant(
                    converter.ConvertFromProvider), Expression.Convert(seen, typeof(Guid?)));
        }

        return own.Type == seen.Type
            ? Expression.Equal(own, seen)
            : Expression.Equal(Expression.Convert(own, Lifted(own.Type)), Expression.Convert(seen, Lifted(seen.Type)));
    }

    private static T? IdOf<T>(Func<object?, object?> convert, Guid? seen) => (T?)convert(seen.GetValueOrDefault());

    private static Type Lifted(Type type) =>
        Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type;
}
