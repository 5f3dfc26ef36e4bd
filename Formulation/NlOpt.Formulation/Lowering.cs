using NlOpt.Formulation.Rows;
using NlOpt.Modeling;

namespace NlOpt.Formulation;

/// <summary>
/// Turns a formulation into a model and keeps the way back. Amounts have the lower bound 0 and no upper bound: every limit is a row, so that
/// every statement has its row. A decision variable that a statement speaks of as done or not, or that is charged once, gets a binary variable
/// y, tied to the amount x: <c>x &lt;= U y</c> with the proven upper bound U, or the indicator row <c>y = 0 implies x &lt;= 0</c> where none can
/// be proven; and <c>x &gt;= b y</c> with the smallest batch b, which is 1 for whole amounts. No constant is invented.
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

    private sealed class Run
    {
        private readonly ProblemFormulation _formulation;
        private readonly LoweringOptions _options;
        private readonly ModelBuilder _builder = new();
        private readonly List<VariableOrigin> _variables = [];
        private readonly List<RowOrigin> _rows = [];
        private readonly List<RowOrigin> _indicators = [];
        private readonly List<Question> _questions = [];
        private readonly SortedDictionary<int, VariableId> _activities = [];
        private readonly HashSet<VariableId> _wanted = [];
        private readonly AmountFacts _facts;

        public Run(ProblemFormulation formulation, LoweringOptions options)
        {
            (_formulation, _options) = (formulation, options);
            List<double?> batches = [.. formulation.Variables.Select(SmallestBatch)];
            var (lower, upper) = options.AreRowsIndependent
                ? ([.. batches.Select(_ => double.NegativeInfinity)], [.. batches.Select(_ => double.PositiveInfinity)])
                : BoundPropagation.Run(
                    [.. formulation.Statements.SelectMany(statement => AmountRows.Of(statement, batches))],
                    [.. formulation.Variables.Select(IsInteger)]);
            _facts = new(lower, upper, batches, _activities);
        }

        public LoweredModel Lower()
        {
            foreach (var variable in _formulation.Variables)
            {
                _builder.AddVariable(variable.Name, IsInteger(variable) ? VariableKind.Integer : VariableKind.Continuous);
                _variables.Add(new VariableOrigin(variable.Id, IsActivity: false));
            }

            AddActivities();
            AddStatements();
            SetObjective();
            LinkActivities();
            return new(_formulation, _builder.Build(), [.. _variables], [.. _rows], [.. _indicators], [.. _questions]);
        }

        private bool IsInteger(DecisionVariable variable) => _options.Kinds switch
        {
            AmountKinds.AllInteger => true,
            AmountKinds.AllContinuous => false,
            _ => variable.Divisibility == Divisibility.Whole,
        };

        private double? SmallestBatch(DecisionVariable variable)
        {
            var isWhole = variable.Divisibility == Divisibility.Whole || IsInteger(variable);
            return variable.SmallestBatch is { Value: var said } ? (isWhole ? Math.Max(1, said) : said) : (isWhole ? 1 : null);
        }

        private void AddActivities()
        {
            var names = _formulation.Variables.Select(variable => variable.Name).ToHashSet(StringComparer.Ordinal);
            var concerned = _formulation.Objective.FixedCharges.Select(charge => charge.Variable)
                .Concat(_formulation.Statements.SelectMany(WithBinary));
            foreach (var variable in concerned.Distinct().OrderBy(variable => variable.Index))
            {
                var name = "y_" + _formulation[variable].Name;
                while (!names.Add(name)) name += "_";
                _activities[variable.Index] = _builder.AddVariable(name, VariableKind.Binary);
                _variables.Add(new VariableOrigin(variable, IsActivity: true));
            }
        }

        /// <summary>The variables that a statement speaks of as done or not; what is required or forbidden needs no binary variable.</summary>
        private static IEnumerable<DecisionVariableId> WithBinary(Statement statement) => statement switch
        {
            Statement.Implication(var condition, var consequence) => condition.Activities.Concat(consequence.Activities).Select(activity => activity.Variable),
            Statement.Equivalence(var left, var right) => [left.Variable, right.Variable],
            Statement.Cardinality(var activities, _) => activities.Select(activity => activity.Variable),
            Statement.ConditionalLimit conditional => [conditional.If.Variable],
            Statement.WeightedSum sum => sum.FixedCharges.Select(charge => charge.Variable),
            _ => [],
        };

        private void AddStatements()
        {
            for (var index = 0; index < _formulation.Statements.Length; index++)
            {
                var statement = _formulation.Statements[index];
                var rows = StatementRow.Of(statement, _facts).ToList();
                for (var part = 0; part < rows.Count; part++)
                {
                    Add(rows[part], $"rule{index + 1}" + (rows.Count > 1 ? $"_{part + 1}" : ""), new RowOrigin.OfStatement(index));
                    if (statement is not Statement.ConditionalLimit { IsSemiContinuous: true }) NoteWanted(rows[part]);
                }
            }
        }

        private void Add(StatementRow row, string name, RowOrigin origin)
        {
            if (row.OnlyWhen is { } when)
            {
                _builder.AddIndicator(when.Binary, when.Value, row.Expression, row.Lower, row.Upper, name);
                _indicators.Add(origin);
            }
            else
            {
                _builder.AddRow(row.Expression, row.Lower, row.Upper, name);
                _rows.Add(origin);
            }
        }

        /// <summary>Remembers the binary variables that some row is easier to meet with when they are 1.</summary>
        private void NoteWanted(StatementRow row)
        {
            if (row.OnlyWhen is { Value: false } when) _wanted.Add(when.Binary);
            foreach (var (variable, coefficient) in row.Expression.Terms)
                if ((row.Lower is not null && coefficient > 0) || (row.Upper is not null && coefficient < 0)) _wanted.Add(variable);
        }

        private void SetObjective()
        {
            var objective = _formulation.Objective;
            List<Term> charges = [.. AmountRows.Charges(objective.FixedCharges, _facts)];
            _builder.SetObjective(
                objective.Sense, LinearExpression.Of([.. AmountRows.Terms(objective.Terms), .. charges], objective.Constant?.Value ?? 0));
            var isLarge = objective.Sense == ObjectiveSense.Maximize;
            _wanted.UnionWith(charges.Where(charge => isLarge ? charge.Coefficient > 0 : charge.Coefficient < 0).Select(charge => charge.Variable));
        }

        private void LinkActivities()
        {
            foreach (var variable in _formulation.Variables)
            {
                if (_activities.TryGetValue(variable.Id.Index, out var activity)) Link(variable, activity);
                if (_facts.SmallestBatches[variable.Id.Index] is null && _facts.Lower[variable.Id.Index] <= 0 && IsTrickleEnough(variable))
                    _questions.Add(AskForBatch(variable));
            }
        }

        private void Link(DecisionVariable variable, VariableId activity)
        {
            var link = new RowOrigin.Link(variable.Id);
            var amount = AmountRows.Amount(variable.Id);
            var ranges = _formulation.Statements.OfType<Statement.ConditionalLimit>()
                .Where(conditional => !_options.AreRowsIndependent && conditional.IsSemiContinuous && conditional.If.Variable == variable.Id)
                .Select(conditional => conditional.Limit).ToList();
            var most = Math.Max(_facts.Upper[variable.Id.Index], 0);
            if (!ranges.Exists(range => range.Upper <= most))
            {
                Add(
                    double.IsFinite(most)
                        ? new(LinearExpression.Of([amount, new(activity, -most)]), null, 0)
                        : new(LinearExpression.Of([amount]), null, 0, new BinaryValue(activity, Value: false)),
                    $"none_of_{variable.Name}",
                    link);
            }

            if (_facts.SmallestBatches[variable.Id.Index] is { } batch && !ranges.Exists(range => range.Lower >= batch))
                Add(new(LinearExpression.Of([amount, new(activity, -batch)]), 0, null), $"some_of_{variable.Name}", link);
        }

        /// <summary>True when some statement is met, or the objective better, by doing a thing in however small an amount.</summary>
        private bool IsTrickleEnough(DecisionVariable variable)
        {
            var isAskedFor = (_activities.TryGetValue(variable.Id.Index, out var binary) && _wanted.Contains(binary))
                || _formulation.Statements.Any(statement => statement is Statement.ActivityRequirement(var activity) && activity == new Activity(variable.Id));
            return isAskedFor && !_formulation.Statements.Any(statement =>
                statement is Statement.ConditionalLimit { IsSemiContinuous: true, Limit.Lower: > 0 } range && range.If.Variable == variable.Id);
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
