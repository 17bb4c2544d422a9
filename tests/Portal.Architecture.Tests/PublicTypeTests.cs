using System.Reflection;
using Portal.Architecture.Tests.Support;

namespace Portal.Architecture.Tests;

/// <summary>What a library shows is what somebody uses: all else is internal.</summary>
public sealed class PublicTypeTests
{
    private static readonly Assembly[] Libraries =
    [
        House.ServiceDefaults, House.Persistence, House.Auditing, House.Spreadsheets, Assembly.Load("Portal.Insurance"),
        Assembly.Load("Portal.Pdf"),
    ];

    private static readonly Assembly[] Product = [.. Libraries, .. House.Services, House.Gateway, House.Web];

    public static TheoryData<string> Names() => [.. Libraries.Select(library => library.GetName().Name!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_public_type_of_a_library_is_used_by_another_program_or_library(string library)
    {
        var shown = Libraries.Single(one => one.GetName().Name == library).GetExportedTypes()
            .Where(type => !type.IsNested && !IsOfConstants(type));

        Assert.Empty(shown.Except(Needed(library)).Select(type => type.FullName));
    }

    // A constant is copied to where it is used, and the code then names its type no more.
    private static bool IsOfConstants(Type type) => type is { IsAbstract: true, IsSealed: true }
        && type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .All(member => member is FieldInfo { IsLiteral: true });

    /// <summary>What others use, and what the signatures of that name.</summary>
    private static HashSet<Type> Needed(string library)
    {
        var others = Product.Where(assembly => assembly.GetName().Name != library)
            .SelectMany(assembly => assembly.GetTypes());
        var needed = others.SelectMany(UsedTypes.UsedBy).Select(UsedTypes.Outermost).ToHashSet();
        var waiting = new Queue<Type>(needed.Where(type => type.Assembly.GetName().Name == library));
        while (waiting.TryDequeue(out var type))
        {
            foreach (var named in Signatures(type).SelectMany(UsedTypes.Parts).Select(UsedTypes.Outermost)
                    .Where(needed.Add))
            {
                waiting.Enqueue(named);
            }
        }

        return needed;
    }

    private static IEnumerable<Type> Signatures(Type type)
    {
        const BindingFlags All =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
                | BindingFlags.DeclaredOnly;
        var methods = type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All))
            .Where(method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly).ToList();
        return type.GetInterfaces()
            .Concat(type.BaseType is { } parent ? [parent] : [])
            .Concat(
                type.GetFields(All).Where(field => field.IsPublic || field.IsFamily).Select(field => field.FieldType))
            .Concat(methods.SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType))
            .Concat(methods.OfType<MethodInfo>().Select(method => method.ReturnType))
            .Concat(methods.Where(method => method.IsGenericMethod).SelectMany(method => method.GetGenericArguments())
                .SelectMany(argument => argument.GetGenericParameterConstraints()))
            .Concat(type.GetNestedTypes().SelectMany(Signatures));
    }
}
