using NlOpt.Modeling;

namespace NlOpt.Formulation;

/// <summary>
/// Turns a formulation into a model and keeps the way back. Amounts have the lower bound 0 and no upper bound: every limit is a row, so that
/// every statement has its row. A decision variable that a logic statement speaks of gets a binary variable y, tied to the amount x:
/// <c>x &lt;= U y</c> with the proven upper bound U, or the indicator row <c>y = 0 implies x &lt;= 0</c> where none can be proven;
/// and <c>x &gt;= b y</c> with the smallest batch b, which is 1 for whole amounts. No constant is invented.
/// </summary>
public static class Lowering
{
    // Nothing at all is known about an amount that was never mentioned.
    private const double LossOfUnknownBatch = 0.5;

    /// <summary>Lowers a formulation.</summary>
    /// <param name="formulation">What to lower; it is checked first.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>The model with its map, or the errors of <see cref="FormulationCheck"/>.</returns>
    public static Result<LoweredModel> Lower(ProblemFormulation formulation, LoweringOptions? options = null)
    {
        var findings = FormulationCheck.Check(formulation);
        if (findings.Any(finding => finding.Severity == DiagnosticSeverity.Error)) return Result.Failure<LoweredModel>(findings);
        return Result.Success(new Run(formulation, options ?? new LoweringOptions()).Lower(), findings);
    }

    private sealed class Run(ProblemFormulation formulation, LoweringOptions options)
    {
        private readonly ModelBuilder _builder = new();
        private readonly List<VariableOrigin> _variables = [];
        private readonly List<RowOrigin> _rows = [];
        private readonly List<RowOrigin> _indicators = [];
        private readonly List<Question> _questions = [];
        private readonly SortedDictionary<int, VariableId> _activities = [];
        private readonly HashSet<VariableId> _wanted = [];

        public LoweredModel Lower()
        {
            foreach (var variable in formulation.Variables)
            {
                _builder.AddVariable(variable.Name, IsInteger(variable) ? VariableKind.Integer : VariableKind.Continuous);
                _variables.Add(new VariableOrigin(variable.Id, IsActivity: false));
            }

            AddActivities();
            AddStatements();
            LinkActivities();
            var objective = formulation.Objective;
            _builder.SetObjective(objective.Sense, LinearExpression.Of(
                objective.Terms.Select(term => new Term(new VariableId(term.Variable.Index), term.Value)), objective.Constant?.Value ?? 0));
            return new(formulation, _builder.Build(), [.. _variables], [.. _rows], [.. _indicators], [.. _questions]);
        }

        private bool IsInteger(DecisionVariable variable) => options.Kinds switch
        {
            AmountKinds.AllInteger => true,
            AmountKinds.AllContinuous => false,
            _ => variable.Divisibility == Divisibility.Whole,
        };

        private void AddActivities()
        {
            var names = formulation.Variables.Select(variable => variable.Name).ToHashSet(StringComparer.Ordinal);
            var concerned = formulation.Statements.SelectMany(statement => statement switch
            {
                Statement.Implication(var condition, var consequence) => [condition.Variable, consequence.Variable],
                Statement.Cardinality(var activities, _) => activities.Select(activity => activity.Variable),
                _ => Enumerable.Empty<DecisionVariableId>(),
            });
            foreach (var variable in concerned.Distinct().OrderBy(variable => variable.Index))
            {
                var name = "y_" + formulation[variable].Name;
                while (!names.Add(name)) name += "_";
                _activities[variable.Index] = _builder.AddVariable(name, VariableKind.Binary);
                _variables.Add(new VariableOrigin(variable, IsActivity: true));
            }
        }

        private void AddStatements()
        {
            for (var index = 0; index < formulation.Statements.Length; index++)
            {
                var statement = formulation.Statements[index];
                var rows = StatementRow.Of(statement, variable => _activities[variable.Index]).ToList();
                for (var part = 0; part < rows.Count; part++)
                {
                    var row = rows[part];
                    _builder.AddRow(row.Expression, row.Lower, row.Upper, $"rule{index + 1}" + (rows.Count > 1 ? $"_{part + 1}" : ""));
                    _rows.Add(new RowOrigin.OfStatement(index));
                    if (StatementRow.IsLogic(statement)) NoteWanted(row);
                }
            }
        }

        /// <summary>Remembers the binary variables that some row is easier to meet with when they are 1.</summary>
        private void NoteWanted(StatementRow row)
        {
            foreach (var (variable, coefficient) in row.Expression.Terms)
                if ((row.Lower is not null && coefficient > 0) || (row.Upper is not null && coefficient < 0)) _wanted.Add(variable);
        }

        private void LinkActivities()
        {
            var amountRows = formulation.Statements.Where(statement => !StatementRow.IsLogic(statement))
                .SelectMany(statement => StatementRow.Of(statement, _ => throw new InvalidOperationException("Amount rows have no activities.")));
            var (lower, upper) = BoundPropagation.Run([.. amountRows], [.. formulation.Variables.Select(IsInteger)]);
            foreach (var (index, activity) in _activities)
            {
                var variable = formulation.Variables[index];
                var amount = new VariableId(index);
                var link = new RowOrigin.Link(variable.Id);
                if (double.IsFinite(upper[index]))
                {
                    var most = Math.Max(upper[index], 0);
                    _builder.AddRow(LinearExpression.Of([new(amount, 1), new(activity, -most)]), null, 0, $"none_of_{variable.Name}");
                    _rows.Add(link);
                }
                else
                {
                    _builder.AddIndicator(activity, activeValue: false, LinearExpression.Of([new(amount, 1)]), null, 0, $"none_of_{variable.Name}");
                    _indicators.Add(link);
                }

                if (SmallestBatch(variable) is { } batch)
                {
                    _builder.AddRow(LinearExpression.Of([new(amount, 1), new(activity, -batch)]), 0, null, $"some_of_{variable.Name}");
                    _rows.Add(link);
                }
                else if (lower[index] <= 0 && _wanted.Contains(activity))
                {
                    _questions.Add(AskForBatch(variable));
                }
            }
        }

        private double? SmallestBatch(DecisionVariable variable)
        {
            var isWhole = variable.Divisibility == Divisibility.Whole || IsInteger(variable);
            return variable.SmallestBatch is { Value: var said } ? (isWhole ? Math.Max(1, said) : said) : (isWhole ? 1 : null);
        }

        /// <summary>Without a smallest batch, a trickle as small as you like counts as doing it.</summary>
        private static Question AskForBatch(DecisionVariable variable) => new(
            SlotKind.SmallestBatch,
            $"What is the smallest amount of {variable.Name} that counts as having any at all"
            + (variable.Unit is null ? "?" : $", in {variable.Unit}?"),
            variable.Mentions.IsDefaultOrEmpty ? null : variable.Mentions[0],
            [],
            LossOfUnknownBatch);
    }
}
