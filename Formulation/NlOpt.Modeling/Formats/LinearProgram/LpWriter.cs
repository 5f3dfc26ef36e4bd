using System.Globalization;
using System.Text;

namespace NlOpt.Modeling;

/// <summary>Writes one LP file.</summary>
internal sealed class LpWriter(Model model)
{
    private const int LineLength = 100;
    private readonly StringBuilder _text = new();
    private readonly ModelNames _names = new(model, LpWords.IsSafeName, rowsNeedNames: false, splitsRanges: true);
    private int _lineStart;

    public string Write()
    {
        if (_names.Model is not null) Line($"\\{LpScanner.ProblemName} {_names.Model}");
        foreach (var note in _names.Notes) Line($"\\ {note}");
        WriteObjective();
        Line("Subject To");
        foreach (var row in model.Rows) WriteRow(row.Id.Index, "", row.Expression, row.Lower, row.Upper);
        for (var i = 0; i < model.Indicators.Length; i++)
        {
            var indicator = model.Indicators[i];
            var condition = $"{NameOf(indicator.Binary)} = {(indicator.ActiveValue ? 1 : 0)} ->";
            WriteRow(model.Rows.Length + i, condition, indicator.Expression, indicator.Lower, indicator.Upper);
        }

        WriteBounds();
        WriteKind("Generals", VariableKind.Integer);
        WriteKind("Binaries", VariableKind.Binary);
        Line("End");
        return _text.ToString();
    }

    private void WriteObjective()
    {
        Line(model.Objective.Sense == ObjectiveSense.Minimize ? "Minimize" : "Maximize");
        _text.Append(CultureInfo.InvariantCulture, $" {_names.Objective}:");
        var (terms, constant) = (model.Objective.Expression.Terms.AsEnumerable(), model.Objective.Expression.Constant);
        if (!IsOrderKept())
        {
            // Readers number variables by first mention, so the objective mentions all of them in their order.
            var coefficients = terms.ToDictionary(term => term.Variable, term => term.Coefficient);
            terms = model.Variables.Select(variable => new Term(variable.Id, coefficients.GetValueOrDefault(variable.Id)));
        }

        var isFirst = WriteTerms(terms);
        if (constant != 0) Piece(Signed(constant, "", isFirst));
        Line("");
    }

    /// <summary>Whether the first mentions of the variables, in objective and rows, come in the order of the variables and leave none out.</summary>
    private bool IsOrderKept()
    {
        var seen = 0;
        var mentions = model.Objective.Expression.Terms.Select(term => term.Variable)
            .Concat(model.Rows.SelectMany(row => row.Expression.Terms.Select(term => term.Variable)))
            .Concat(model.Indicators.SelectMany(indicator => indicator.Expression.Terms.Select(term => term.Variable).Prepend(indicator.Binary)));
        foreach (var variable in mentions)
        {
            if (variable.Index > seen) return false;
            if (variable.Index == seen) seen++;
        }

        // A row without terms is written with the first variable, so that one has to stand before it.
        return seen == model.Variables.Length && !model.Rows.Any(row => row.Expression.Terms.IsEmpty);
    }

    /// <summary>Writes a row; a range as two rows, because not every reader knows ranges.</summary>
    private void WriteRow(int index, string condition, LinearExpression expression, double? lower, double? upper)
    {
        var isSplit = _names.UpperRows[index] is not null;
        WriteSide(_names.Rows[index], condition, expression, (lower, isSplit ? null : upper) switch
        {
            (null, null) => ">= -inf",
            ({ } l, null) => $">= {NumberText.Format(l)}",
            ({ }, { } u) => $"= {NumberText.Format(u)}",
            (null, { } u) => $"<= {NumberText.Format(u)}",
        });
        if (isSplit) WriteSide(_names.UpperRows[index], condition, expression, $"<= {NumberText.Format(upper!.Value)}");
    }

    private void WriteSide(string? name, string condition, LinearExpression expression, string limit)
    {
        _text.Append(name is null ? "" : $" {name}:");
        if (condition.Length > 0) Piece($" {condition}");
        if (expression.Terms.IsEmpty) Piece(model.Variables.IsEmpty ? " 0" : $" 0 {_names.Variables[0]}");
        WriteTerms(expression.Terms);
        Line($" {limit}");
    }

    private void WriteBounds()
    {
        var isHeadWritten = false;
        foreach (var variable in model.Variables)
        {
            var name = NameOf(variable.Id);
            var (lower, upper) = (variable.Lower, variable.Upper);
            var usualUpper = ModelNames.KindOf(variable) == VariableKind.Binary ? 1 : (double?)null;
            if (lower == 0 && upper == usualUpper) continue;
            if (!isHeadWritten) Line("Bounds");
            isHeadWritten = true;
            Line((lower, upper) switch
            {
                (null, null) => $" {name} free",
                (null, { } u) => $" -inf <= {name} <= {NumberText.Format(u)}",
                ({ } l, null) => $" {name} >= {NumberText.Format(l)}",
                ({ } l, { } u) when l == u => $" {name} = {NumberText.Format(u)}",
                ({ } l, { } u) => $" {NumberText.Format(l)} <= {name} <= {NumberText.Format(u)}",
            });
        }
    }

    private void WriteKind(string head, VariableKind kind)
    {
        var names = model.Variables.Where(variable => ModelNames.KindOf(variable) == kind).Select(variable => NameOf(variable.Id)).ToArray();
        if (names.Length == 0) return;
        Line(head);
        foreach (var name in names) Piece($" {name}");
        Line("");
    }

    /// <returns>True when there was no term.</returns>
    private bool WriteTerms(IEnumerable<Term> terms)
    {
        var isFirst = true;
        foreach (var (variable, coefficient) in terms)
        {
            Piece(Signed(coefficient, NameOf(variable), isFirst));
            isFirst = false;
        }

        return isFirst;
    }

    private static string Signed(double value, string name, bool isFirst)
    {
        var sign = value < 0 ? " -" : isFirst ? "" : " +";
        var size = Math.Abs(value);
        return name.Length == 0 ? $"{sign} {NumberText.Format(size)}" : size == 1 ? $"{sign} {name}" : $"{sign} {NumberText.Format(size)} {name}";
    }

    private string NameOf(VariableId variable) => _names.Variables[variable.Index];

    /// <summary>Appends a piece that no line end may split, on a new line where it would run over.</summary>
    private void Piece(string piece)
    {
        if (_text.Length - _lineStart + piece.Length > LineLength && _text.Length > _lineStart)
        {
            _text.Append("\n  ");
            _lineStart = _text.Length - 2;
        }

        _text.Append(piece);
    }

    private void Line(string text)
    {
        _text.Append(text).Append('\n');
        _lineStart = _text.Length;
    }
}
