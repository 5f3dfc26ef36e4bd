namespace NlOpt.Policies.Hydro;

/// <summary>Writes the linear program of one stage. Rows and columns come in blocks, in the order of the case.</summary>
internal sealed class HydroStage
{
    private readonly HydroCase _case;
    private readonly ModelBuilder _builder;
    private readonly List<Term> _cost = [];
    private readonly VariableId[] _angles;
    private readonly VariableId[] _powers;
    private readonly VariableId[] _flows;
    private readonly VariableId[] _deficits;
    private readonly VariableId[] _volumes;
    private readonly VariableId[] _outflows;
    private readonly VariableId[] _spills;
    private readonly List<VariableId> _volumeViolations = [];
    private readonly List<VariableId> _outflowViolations = [];

    public HydroStage(HydroCase hydroCase)
    {
        _case = hydroCase;
        _builder = new ModelBuilder(hydroCase.Name);
        _angles = EachOf(hydroCase.Buses, bus => Variable($"angle[{bus.Number}]", null, null));
        _powers = EachOf(hydroCase.Generators, plant => Variable($"power[{plant.Number}]", plant.LowestPower, plant.HighestPower, plant.Cost));
        _flows = EachOf(hydroCase.Branches, branch => Variable($"flow[{branch.Number}]", -branch.Capacity, branch.Capacity));
        _deficits = EachOf(hydroCase.Buses, bus => Variable($"deficit[{bus.Number}]", 0, null, hydroCase.DeficitCost));
        _volumes = EachOf(hydroCase.Reservoirs, reservoir => Variable($"volume[{reservoir.Number}]", 0, reservoir.HighestVolume));
        _outflows = EachOf(hydroCase.Reservoirs, reservoir => Variable($"outflow[{reservoir.Number}]", 0, reservoir.HighestOutflow));
        _spills = EachOf(hydroCase.Reservoirs, reservoir => Variable($"spill[{reservoir.Number}]", 0, null, reservoir.SpillCost));
    }

    /// <summary>What stages report; the violations only where the case has minimums.</summary>
    public ImmutableArray<Measure> Measures =>
    [
        new("load shed", "MW", MeasureKind.Shedding),
        new("thermal generation", "MW", MeasureKind.Quantity),
        new("hydro generation", "MW", MeasureKind.Quantity),
        new("spill", "hm3", MeasureKind.Quantity),
        new("stored water", "hm3", MeasureKind.Quantity),
        .. _case.Reservoirs.Any(reservoir => reservoir.LowestVolume > 0)
            ? [new Measure("volume below minimum", "hm3", MeasureKind.Violation)]
            : ImmutableArray<Measure>.Empty,
        .. _case.Reservoirs.Any(reservoir => reservoir.LowestOutflow > 0)
            ? [new Measure("outflow below minimum", "m3/s", MeasureKind.Violation)]
            : ImmutableArray<Measure>.Empty,
    ];

    public StageModel Build()
    {
        AddNetwork();
        var balances = AddWaterBalances();
        AddEnergyRows();
        AddMinimums();
        _builder.SetObjective(ObjectiveSense.Minimize, LinearExpression.Of(_cost));
        var terms = balances.SelectMany(
            (row, index) => new[] { new RightHandSideTerm(row, 1, index, null), new RightHandSideTerm(row, _case.VolumePerFlow, null, index) });
        return new StageModel(_builder.Build(), [.. _volumes], [.. terms], MeasureExpressions());
    }

    private void AddNetwork()
    {
        for (var bus = 0; bus < _angles.Length; bus++)
            if (_case.Buses[bus].IsReference) Row($"reference[{_case.Buses[bus].Number}]", 0, 0, new Term(_angles[bus], 1));
        for (var bus = 0; bus < _angles.Length; bus++)
        {
            var terms = new List<Term> { new(_deficits[bus], 1) };
            for (var plant = 0; plant < _powers.Length; plant++)
                if (_case.Generators[plant].Bus == bus) terms.Add(new Term(_powers[plant], 1));
            for (var branch = 0; branch < _flows.Length; branch++)
            {
                if (_case.Branches[branch].FromBus == bus) terms.Add(new Term(_flows[branch], -1));
                if (_case.Branches[branch].ToBus == bus) terms.Add(new Term(_flows[branch], 1));
            }

            var demand = _case.LoadFactor * _case.Loads.Where(load => load.Bus == bus).Sum(load => load.Power);
            Row($"power balance[{_case.Buses[bus].Number}]", demand, demand, [.. terms]);
        }

        for (var index = 0; index < _flows.Length; index++)
        {
            var branch = _case.Branches[index];
            Row(
                $"ohm[{branch.Number}]", 0, 0,
                new Term(_flows[index], 1),
                new Term(_angles[branch.FromBus], -branch.PowerPerAngle),
                new Term(_angles[branch.ToBus], branch.PowerPerAngle));
        }

        // Parallel branches share their angles: one row for each pair of buses, with the tightest limits.
        foreach (var pair in _case.Branches.GroupBy(branch => (branch.FromBus, branch.ToBus)))
            Row(
                $"angle difference[{_case.Buses[pair.Key.FromBus].Number},{_case.Buses[pair.Key.ToBus].Number}]",
                pair.Max(branch => branch.LowestAngle), pair.Min(branch => branch.HighestAngle),
                new Term(_angles[pair.Key.FromBus], 1), new Term(_angles[pair.Key.ToBus], -1));
    }

    /// <summary>Volume + K (outflow - outflow from upstream) + spill - spill from upstream = incoming volume + K inflow.</summary>
    private RowId[] AddWaterBalances() =>
        EachOf(_case.Reservoirs, (reservoir, index) => _builder.AddRow(
            LinearExpression.Of(
            [
                new Term(_volumes[index], 1), new Term(_outflows[index], _case.VolumePerFlow), new Term(_spills[index], 1),
                .. _case.Cascade.TurbineUpstream[index].Select(upstream => new Term(_outflows[upstream], -_case.VolumePerFlow)),
                .. _case.Cascade.SpillUpstream[index].Select(upstream => new Term(_spills[upstream], -1)),
            ]),
            0, 0, $"water balance[{reservoir.Number}]"));

    private void AddEnergyRows()
    {
        for (var index = 0; index < _outflows.Length; index++)
        {
            var reservoir = _case.Reservoirs[index];
            Row(
                $"energy[{reservoir.Number}]", 0, 0,
                new Term(_powers[reservoir.Generator], _case.BaseMegawatts), new Term(_outflows[index], -reservoir.ProductionFactor));
        }
    }

    private void AddMinimums()
    {
        for (var index = 0; index < _volumes.Length; index++)
        {
            var reservoir = _case.Reservoirs[index];
            if (reservoir.LowestVolume > 0)
            {
                var below = Variable($"volume below minimum[{reservoir.Number}]", 0, null, reservoir.VolumeViolationCost);
                _volumeViolations.Add(below);
                Row($"minimum volume[{reservoir.Number}]", reservoir.LowestVolume, null, new Term(_volumes[index], 1), new Term(below, 1));
            }

            if (reservoir.LowestOutflow > 0)
            {
                var below = Variable($"outflow below minimum[{reservoir.Number}]", 0, null, reservoir.OutflowViolationCost);
                _outflowViolations.Add(below);
                Row($"minimum outflow[{reservoir.Number}]", reservoir.LowestOutflow, null, new Term(_outflows[index], 1), new Term(below, 1));
            }
        }
    }

    private ImmutableArray<LinearExpression> MeasureExpressions()
    {
        var driven = _case.Reservoirs.Select(reservoir => _powers[reservoir.Generator]).ToHashSet();
        return
        [
            Sum(_deficits, _case.BaseMegawatts),
            Sum(_powers.Where(power => !driven.Contains(power)), _case.BaseMegawatts),
            Sum(driven, _case.BaseMegawatts),
            Sum(_spills, 1),
            Sum(_volumes, 1),
            .. _volumeViolations.Count > 0 ? [Sum(_volumeViolations, 1)] : ImmutableArray<LinearExpression>.Empty,
            .. _outflowViolations.Count > 0 ? [Sum(_outflowViolations, 1)] : ImmutableArray<LinearExpression>.Empty,
        ];
    }

    private static LinearExpression Sum(IEnumerable<VariableId> variables, double coefficient) =>
        LinearExpression.Of(variables.Select(variable => new Term(variable, coefficient)));

    private static TResult[] EachOf<T, TResult>(ImmutableArray<T> items, Func<T, TResult> make) => [.. items.Select(make)];

    private static TResult[] EachOf<T, TResult>(ImmutableArray<T> items, Func<T, int, TResult> make) => [.. items.Select(make)];

    private VariableId Variable(string name, double? lower, double? upper, double cost = 0)
    {
        var variable = _builder.AddVariable(name, VariableKind.Continuous, lower, upper);
        if (cost != 0) _cost.Add(new Term(variable, cost));
        return variable;
    }

    private void Row(string name, double? lower, double? upper, params Term[] terms) =>
        _builder.AddRow(LinearExpression.Of(terms), lower, upper, name);
}
