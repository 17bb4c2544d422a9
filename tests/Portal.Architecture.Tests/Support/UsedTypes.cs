using System.Reflection;
using System.Reflection.Emit;

namespace Portal.Architecture.Tests.Support;

/// <summary>
/// Finds the types and assemblies that a type's code uses: in signatures, attributes, and the bodies of its methods.
/// </summary>
internal static class UsedTypes
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
            | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>Names of the assemblies that the type and those nested in it use.</summary>
    public static HashSet<string> AssembliesUsedBy(Type type) =>
        [.. UsedBy(type).Select(used => used.Assembly.GetName().Name!)];

    /// <summary>The types that the type and those nested in it use, arguments of generic ones too.</summary>
    public static HashSet<Type> UsedBy(Type type) => [.. Direct(type).SelectMany(Parts)];

    /// <summary>The type and its generic arguments; the elements of an array.</summary>
    public static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
        {
            return Parts(type.GetElementType()!);
        }

        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type) : [type];
    }

    /// <summary>The type that a nested one is in; the definition of a generic one.</summary>
    public static Type Outermost(Type type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type.IsGenericType ? type.GetGenericTypeDefinition() : type;
    }

    private static IEnumerable<Type> Direct(Type type)
    {
        if (type.BaseType is { } parent)
        {
            yield return parent;
        }

        var attributes = type.GetCustomAttributesData()
            .Concat(type.GetMembers(All).SelectMany(member => member.GetCustomAttributesData()));
        var methods = type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)).ToList();
        var used = type.GetInterfaces()
            .Concat(attributes.Select(attribute => attribute.AttributeType))
            .Concat(type.GetFields(All).Select(field => field.FieldType))
            .Concat(methods.SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType))
            .Concat(methods.OfType<MethodInfo>().Select(method => method.ReturnType))
            .Concat(methods.SelectMany(Body))
            .Concat(type.GetNestedTypes(All).SelectMany(Direct));
        foreach (var found in used)
        {
            yield return found;
        }
    }

    /// <summary>Types that the instructions of a method name (ECMA-335, III).</summary>
    private static IEnumerable<Type> Body(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body || body.GetILAsByteArray() is not { } code)
        {
            yield break;
        }

        foreach (var local in body.LocalVariables)
        {
            yield return local.LocalType;
        }

        var typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length;)
        {
            var opcode = code[at] == 0xFE ? Codes[(short)(0xFE00 | code[at + 1])] : Codes[code[at]];
            at += opcode.Size;
            if (opcode.OperandType
                    is OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineField
                        or OperandType.InlineTok)
            {
                var member = method.Module.ResolveMember(
                    BitConverter.ToInt32(code, at), typeArguments, methodArguments)!;
                yield return member as Type ?? member.DeclaringType!;
            }

            at += OperandSize(opcode.OperandType, code, at);
        }
    }

    private static int OperandSize(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}
