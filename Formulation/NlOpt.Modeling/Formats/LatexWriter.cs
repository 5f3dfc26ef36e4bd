using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace NlOpt.Modeling;

/// <summary>Typesets a model as a LaTeX <c>align*</c> block (package amsmath; amssymb for the set of whole numbers). It is for reading only.</summary>
public static class LatexWriter
{
    private const int TermsALine = 8;

    /// <summary>The block: objective, rows, indicator rows, then the domains of the variables; lines end with <c>\n</c>.</summary>
    public static string Write(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var names = Names(model);
        var lines = new List<string>();
        var sense = model.Objective.Sense == ObjectiveSense.Minimize ? "minimize" : "maximize";
        lines.Add($"\\text{{{sense}}}\\quad & {Sum(model.Objective.Expression, names)}");
        var head = "\\text{subject to}\\quad";
        foreach (var row in model.Rows) Add($"{Sides(row.Expression, row.Lower, row.Upper, names)}{Label(row.Name)}");
        foreach (var indicator in model.Indicators)
        {
            var condition = $"{names[indicator.Binary.Index]} = {(indicator.ActiveValue ? 1 : 0)}";
            Add($"{condition} \\implies {Sides(indicator.Expression, indicator.Lower, indicator.Upper, names)}{Label(indicator.Name)}");
        }

        foreach (var domain in model.Variables.GroupBy(Domain))
        {
            foreach (var part in domain.Chunk(TermsALine)) Add(domain.Key.Replace("?", string.Join(", ", part.Select(v => names[v.Id.Index])), StringComparison.Ordinal));
        }

        return "\\begin{align*}\n" + string.Join(" \\\\\n", lines) + "\n\\end{align*}\n";

        void Add(string line)
        {
            lines.Add($"{head} & {line}");
            head = "";
        }
    }

    /// <summary>What a variable may be; the question mark stands for its name.</summary>
    private static string Domain(Variable variable)
    {
        var (lower, upper) = (variable.Lower, variable.Upper);
        var isBinary = variable.Kind == VariableKind.Binary;
        if (isBinary && (lower, upper) == (0, 1)) return "? \\in \\{0, 1\\}";
        var set = isBinary ? "\\{0, 1\\}" : variable.Kind == VariableKind.Integer ? "\\mathbb{Z}" : "\\mathbb{R}";
        return (lower, upper) switch
        {
            (null, null) => $"? \\in {set}",
            _ when variable.Kind == VariableKind.Continuous => Bounded("?", lower, upper),
            _ => $"{Bounded("?", lower, upper)},\\ ? \\in {set}",
        };
    }

    private static string Sides(LinearExpression expression, double? lower, double? upper, ImmutableArray<string> names) =>
        Bounded(Sum(expression, names), lower, upper);

    private static string Bounded(string middle, double? lower, double? upper) => (lower, upper) switch
    {
        (null, null) => $"{middle} \\text{{ free}}",
        ({ } l, null) => $"{middle} \\ge {Number(l)}",
        (null, { } u) => $"{middle} \\le {Number(u)}",
        ({ } l, { } u) when l == u => $"{middle} = {Number(u)}",
        ({ } l, { } u) => $"{Number(l)} \\le {middle} \\le {Number(u)}",
    };

    private static string Sum(LinearExpression expression, ImmutableArray<string> names)
    {
        var text = new StringBuilder();
        var count = 0;
        foreach (var (variable, coefficient) in expression.Terms)
        {
            // Long sums go on in the next line, after the ampersand at which lines are aligned.
            if (count > 0 && count % TermsALine == 0) text.Append(" \\\\\n & \\quad");
            AppendSigned(coefficient, names[variable.Index]);
        }

        if (expression.Constant != 0 || count == 0) AppendSigned(expression.Constant, "");
        return text.ToString();

        void AppendSigned(double value, string name)
        {
            text.Append(count == 0 ? value < 0 ? "-" : "" : value < 0 ? " - " : " + ");
            count++;
            var size = Math.Abs(value);
            if (name.Length == 0 || size != 1) text.Append(Number(size));
            if (name.Length > 0 && size != 1) text.Append("\\,");
            text.Append(name);
        }
    }

    private static string Number(double value)
    {
        var text = NumberText.Format(value);
        var exponent = text.IndexOf('E', StringComparison.Ordinal);
        return exponent < 0 ? text : $"{text[..exponent]} \\times 10^{{{int.Parse(text.AsSpan(exponent + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)}}}";
    }

    private static string Label(string? name) => name is null ? "" : $" && \\text{{({Escape(name)})}}";

    /// <summary>A letter, perhaps with an index as in x_{12}, or the name as upright text; two variables never look the same.</summary>
    private static ImmutableArray<string> Names(Model model)
    {
        var symbols = model.Variables.Select(variable => Symbol(variable.Name)).ToArray();
        var uses = symbols.OfType<string>().CountBy(symbol => symbol).ToDictionary();
        return [.. model.Variables.Select((variable, i) => symbols[i] is { } symbol && uses[symbol] == 1 ? symbol : $"\\text{{{Escape(variable.Name)}}}")];
    }

    private static string? Symbol(string name)
    {
        var index = name.AsSpan(1).TrimStart('_');
        if (!char.IsAsciiLetter(name[0]) || index.Length > 4 || index.IndexOfAnyExceptInRange('0', '9') >= 0) return null;
        return index.IsEmpty ? name[..1] : $"{name[0]}_{{{index}}}";
    }

    private static string Escape(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            text.Append(c switch
            {
                '\\' => "\\textbackslash{}",
                '~' => "\\textasciitilde{}",
                '^' => "\\textasciicircum{}",
                '<' => "\\textless{}",
                '>' => "\\textgreater{}",
                '|' => "\\textbar{}",
                '"' => "\\textquotedbl{}",
                '{' or '}' or '$' or '&' or '#' or '_' or '%' => $"\\{c}",
                _ when char.IsControl(c) || char.IsWhiteSpace(c) => " ",
                _ => c.ToString(),
            });
        }

        return text.ToString();
    }
}
