using System.Globalization;
using System.Text;

namespace NlOpt.Modeling;

/// <summary>
/// Writes a model as C#: a static class whose method builds the same model with <see cref="ModelBuilder"/>. Names of the model stand in it as string
/// literals alone, with all but printable ASCII escaped, so that no name becomes code, whatever it holds.
/// </summary>
public static class CSharpWriter
{
    /// <summary>A whole file, with <c>\n</c> line ends; it compiles where NlOpt.Modeling is referenced, and its method gives an equal model.</summary>
    public static string Write(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var text = new StringBuilder("using NlOpt.Modeling;\n\npublic static class ExportedModel\n{\n    public static Model Build()\n    {\n");
        Line(text, $"var model = new ModelBuilder({Literal(model.Name)});");
        foreach (var variable in model.Variables)
        {
            Line(text, $"var {Symbol(variable.Id)} = model.AddVariable({Literal(variable.Name)}, VariableKind.{variable.Kind}, "
                + $"{Number(variable.Lower)}, {Number(variable.Upper)});");
        }

        foreach (var row in model.Rows)
            Line(text, $"model.AddRow({Sum(row.Expression)}, {Number(row.Lower)}, {Number(row.Upper)}, {Literal(row.Name)});");
        foreach (var row in model.Indicators)
        {
            Line(text, $"model.AddIndicator({Symbol(row.Binary)}, {(row.ActiveValue ? "true" : "false")}, {Sum(row.Expression)}, "
                + $"{Number(row.Lower)}, {Number(row.Upper)}, {Literal(row.Name)});");
        }

        Line(text, $"model.SetObjective(ObjectiveSense.{model.Objective.Sense}, {Sum(model.Objective.Expression)});");
        Line(text, "return model.Build();");
        return text.Append("    }\n}\n").ToString();
    }

    private static void Line(StringBuilder text, string line) => text.Append("        ").Append(line).Append('\n');

    private static string Symbol(VariableId variable) => string.Create(CultureInfo.InvariantCulture, $"x{variable.Index}");

    private static string Sum(LinearExpression expression)
    {
        var terms = string.Join(", ", expression.Terms.Select(term => $"new({Symbol(term.Variable)}, {Number(term.Coefficient)})"));
        return expression.Constant == 0 ? $"LinearExpression.Of([{terms}])" : $"LinearExpression.Of([{terms}], {Number(expression.Constant)})";
    }

    /// <summary>The shortest form that is the same double again; the suffix keeps large whole numbers from being read as integers.</summary>
    private static string Number(double? value) => value is { } number ? NumberText.Format(number) + "d" : "null";

    private static string Literal(string? name)
    {
        if (name is null) return "null";
        var text = new StringBuilder("\"");
        foreach (var character in name)
        {
            if (character is '"' or '\\') text.Append('\\').Append(character);
            else if (character is >= ' ' and <= '~') text.Append(character);
            else text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
        }

        return text.Append('"').ToString();
    }
}
