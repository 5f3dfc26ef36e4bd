namespace NlOpt.Modeling;

/// <summary>
/// A canonical model as a graph of variables and rows (indicator rows among them) whose numbers are replaced by codes: equal numbers have
/// equal codes, and the code of the opposite number is the opposite code.
/// </summary>
internal sealed class ModelGraph
{
    /// <summary>The code of a limit that is missing; it is its own opposite.</summary>
    public const long Missing = long.MinValue;

    public ModelGraph(Model canonical, Func<double, long> code)
    {
        var objective = new double[canonical.Variables.Length];
        foreach (var (variable, coefficient) in canonical.Objective.Expression.Terms) objective[variable.Index] = coefficient;
        InitialColors =
        [
            .. canonical.Variables.Select(variable => Hash.Of(
                variable.Kind == VariableKind.Continuous ? 0 : 1, Limit(variable.Lower), Limit(variable.Upper), code(objective[variable.Id.Index]))),
        ];
        Rows =
        [
            .. canonical.Rows.Select(row => new Node(Entries(row.Expression), Limit(row.Lower), Limit(row.Upper), -1, false)),
            .. canonical.Indicators.Select(indicator => new Node(
                Entries(indicator.Expression), Limit(indicator.Lower), Limit(indicator.Upper), indicator.Binary.Index, indicator.ActiveValue)),
        ];
        Size = canonical.Variables.Length + Rows.Sum(row => row.Entries.Length + 1);

        long Limit(double? limit) => limit is { } number ? code(number) : Missing;

        (int Variable, long Coefficient)[] Entries(LinearExpression expression) =>
            [.. expression.Terms.Select(term => (term.Variable.Index, code(term.Coefficient)))];
    }

    /// <summary>A row; <see cref="Binary"/> is -1 when it always holds.</summary>
    internal sealed record Node((int Variable, long Coefficient)[] Entries, long Lower, long Upper, int Binary, bool ActiveValue);

    /// <summary>One a variable: what it is by itself.</summary>
    public ulong[] InitialColors { get; }

    /// <summary>The rows, then the indicator rows.</summary>
    public Node[] Rows { get; }

    /// <summary>Number of variables, rows and entries, by which work is measured.</summary>
    public int Size { get; }
}
