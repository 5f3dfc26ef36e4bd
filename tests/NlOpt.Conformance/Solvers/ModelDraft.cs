using NlOpt.Modeling;

namespace NlOpt.Conformance.Solvers;

/// <summary>A model in the making that can be changed at will: what sessions are compared with, and what generators return.</summary>
internal sealed class ModelDraft
{
    public sealed class Column
    {
        public VariableKind Kind { get; init; }

        public double? Lower { get; set; }

        public double? Upper { get; set; }

        public double Cost { get; set; }
    }

    public sealed class Line
    {
        public required (int Column, double Coefficient)[] Terms { get; init; }

        public double? Lower { get; set; }

        public double? Upper { get; set; }

        public LinearExpression Expression => LinearExpression.Of(Terms.Select(term => new Term(new VariableId(term.Column), term.Coefficient)));
    }

    public ObjectiveSense Sense { get; set; } = ObjectiveSense.Minimize;

    public double Constant { get; set; }

    public List<Column> Columns { get; } = [];

    public List<Line> Lines { get; } = [];

    public List<(int Binary, bool Active, Line Line)> Indicators { get; } = [];

    public ModelDraft Variable(double cost, double? lower = 0, double? upper = null, VariableKind kind = VariableKind.Continuous)
    {
        Columns.Add(new Column { Cost = cost, Lower = lower, Upper = upper, Kind = kind });
        return this;
    }

    public ModelDraft Row(double? lower, double? upper, params (int Column, double Coefficient)[] terms)
    {
        Lines.Add(new Line { Lower = lower, Upper = upper, Terms = terms });
        return this;
    }

    public ModelDraft Indicator(int binary, bool active, double? lower, double? upper, params (int Column, double Coefficient)[] terms)
    {
        Indicators.Add((binary, active, new Line { Lower = lower, Upper = upper, Terms = terms }));
        return this;
    }

    public ModelDraft Maximize()
    {
        Sense = ObjectiveSense.Maximize;
        return this;
    }

    public Model Build()
    {
        var builder = new ModelBuilder();
        for (var index = 0; index < Columns.Count; index++)
            builder.AddVariable($"x{index}", Columns[index].Kind, Columns[index].Lower, Columns[index].Upper);
        foreach (var line in Lines) builder.AddRow(line.Expression, line.Lower, line.Upper);
        foreach (var (binary, active, line) in Indicators)
            builder.AddIndicator(new VariableId(binary), active, line.Expression, line.Lower, line.Upper);
        builder.SetObjective(Sense, LinearExpression.Of(Columns.Select((column, index) => new Term(new VariableId(index), column.Cost)), Constant));
        return builder.Build();
    }

    /// <summary>The best objective over all whole points of finite domains, by trying each; null when none is feasible.</summary>
    public double? Enumerate()
    {
        double? best = null;
        var point = Columns.Select(column => column.Lower!.Value).ToArray();
        while (true)
        {
            if (IsFeasible(point))
            {
                var value = Objective(point);
                best = best is not { } known || (Sense == ObjectiveSense.Minimize ? value < known : value > known) ? value : known;
            }

            var index = 0;
            while (index < point.Length && point[index] + 1 > Columns[index].Upper!.Value) point[index] = Columns[index++].Lower!.Value;
            if (index == point.Length) return best;
            point[index]++;
        }
    }

    public double Objective(IReadOnlyList<double> point) => Constant + Columns.Select((column, index) => column.Cost * point[index]).Sum();

    private bool IsFeasible(double[] point) =>
        Lines.All(line => Holds(line, point)) && Indicators.All(indicator => point[indicator.Binary] == 1 != indicator.Active || Holds(indicator.Line, point));

    private static bool Holds(Line line, double[] point)
    {
        var activity = line.Terms.Sum(term => term.Coefficient * point[term.Column]);
        return !(activity < line.Lower - 1e-9) && !(activity > line.Upper + 1e-9);
    }
}
