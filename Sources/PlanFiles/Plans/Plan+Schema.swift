public import PayPlans

extension Plan {
  /// The JSON Schema of the plan file, for editors that complete and check YAML.
  ///
  /// It says which keys there are and what they look like; what contradicts itself, such as bands
  /// that do not rise, only reading a plan finds out.
  public static let schema: String = #"""
    {
      "$schema": "http://json-schema.org/draft-07/schema#",
      "title": "OnTarget pay plan",
      "type": "object",
      "required": ["plan", "currency", "components"],
      "additionalProperties": false,
      "properties": {
        "plan": {"type": "string", "description": "The name of the plan."},
        "currency": {"type": "string", "pattern": "^[A-Za-z]{3}$", "description": "The currency of every amount."},
        "base": {"$ref": "#/definitions/yearly", "description": "The salary of a year."},
        "variable": {"$ref": "#/definitions/yearly", "description": "The incentive of a year at 100 %."},
        "ote": {"$ref": "#/definitions/yearly", "description": "Base and variable together; add a mix, or a base."},
        "mix": {"type": "string", "pattern": "^[0-9.]+/[0-9.]+$", "description": "Base before incentive, such as 60/40."},
        "year starts": {"$ref": "#/definitions/date", "description": "The first day of the plan year."},
        "rounding": {"enum": ["half to even", "half up"]},
        "measures": {
          "type": "object",
          "description": "What is counted, by name.",
          "additionalProperties": {"anyOf": [{"type": "null"}, {"$ref": "#/definitions/measure"}]}
        },
        "components": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/component"}},
        "draw": {"$ref": "#/definitions/draw"},
        "guarantee": {"$ref": "#/definitions/guarantee"},
        "clawback": {"$ref": "#/definitions/clawback"},
        "paid": {"$ref": "#/definitions/paid"},
        "cap": {"$ref": "#/definitions/level", "description": "The most incentive that is earned in the plan year."},
        "versions": {"type": "array", "items": {"$ref": "#/definitions/version"}}
      },
      "definitions": {
        "yearly": {
          "type": ["number", "string"],
          "pattern": "^[^%x]*( per (month|quarter|half|year))?$",
          "description": "An amount for a year, or for a shorter time: 68750 per quarter."
        },
        "amount": {"type": ["number", "string"]},
        "level": {"type": ["number", "string"], "description": "A percentage with its sign, or an amount."},
        "share": {"type": ["number", "string"], "description": "A percentage, such as 50%."},
        "rate": {
          "type": "string",
          "pattern": "(%|x|each)$",
          "description": "1.5x of the base commission rate, 8% of the credit, or 250 each."
        },
        "date": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        "period": {"enum": ["month", "quarter", "half", "year"]},
        "duration": {"type": "string", "pattern": "^[0-9]+ (days?|months?|years?)$"},
        "where": {
          "type": "object",
          "description": "Columns and the values that match.",
          "additionalProperties": {
            "anyOf": [
              {"type": ["string", "number", "boolean", "null", "array"]},
              {"type": "object", "required": ["not"], "additionalProperties": false, "properties": {"not": {}}}
            ]
          }
        },
        "steps": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["times"],
            "additionalProperties": false,
            "properties": {"to": {"$ref": "#/definitions/level"}, "times": {"type": ["number", "string"]}}
          }
        },
        "measure": {
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "quota": {"$ref": "#/definitions/yearly"},
            "credit": {"type": "string", "description": "The deal column that is credited; default amount."},
            "unit": {"type": "string", "description": "deals, or a column with a number of units."},
            "where": {"$ref": "#/definitions/where"},
            "multiply": {
              "type": "object",
              "additionalProperties": {
                "anyOf": [
                  {"$ref": "#/definitions/steps"},
                  {"type": "object", "additionalProperties": {"type": ["number", "string"]}}
                ]
              }
            },
            "phasing": {"type": "array", "items": {"$ref": "#/definitions/share"}},
            "ramp": {
              "anyOf": [
                {"type": "array", "items": {"$ref": "#/definitions/share"}},
                {
                  "type": "object",
                  "required": ["quota"],
                  "additionalProperties": false,
                  "properties": {
                    "quota": {"type": "array", "items": {"$ref": "#/definitions/share"}},
                    "target": {"type": "array", "items": {"$ref": "#/definitions/share"}}
                  }
                }
              ]
            },
            "windfall": {
              "type": "object",
              "required": ["over", "credit"],
              "additionalProperties": false,
              "properties": {"over": {"$ref": "#/definitions/amount"}, "credit": {"$ref": "#/definitions/share"}}
            },
            "team": {"anyOf": [{"type": "boolean"}, {"enum": ["and own"]}]},
            "scored": {"type": "boolean"}
          }
        },
        "component": {
          "anyOf": [
            {"$ref": "#/definitions/commission"},
            {"$ref": "#/definitions/bonus"},
            {"$ref": "#/definitions/objectives"},
            {"$ref": "#/definitions/spiff"},
            {"$ref": "#/definitions/override"}
          ]
        },
        "commission": {
          "type": "object",
          "required": ["commission", "measure", "period"],
          "additionalProperties": false,
          "properties": {
            "commission": {"type": "string"},
            "measure": {"type": "string"},
            "period": {"enum": ["month", "quarter", "half", "year", "deal"]},
            "accumulate": {"enum": ["within period", "year to date"]},
            "target": {"$ref": "#/definitions/level"},
            "tiers": {
              "anyOf": [
                {"enum": ["marginal", "retroactive", "by deal", "interpolated"]},
                {
                  "type": "object",
                  "required": ["retroactive to"],
                  "additionalProperties": false,
                  "properties": {"retroactive to": {"$ref": "#/definitions/level"}}
                }
              ]
            },
            "rates": {
              "type": "array",
              "minItems": 1,
              "items": {
                "type": "object",
                "required": ["pay"],
                "additionalProperties": false,
                "properties": {
                  "to": {"$ref": "#/definitions/level"},
                  "at": {"$ref": "#/definitions/level"},
                  "pay": {"type": ["number", "string"]},
                  "back to": {"$ref": "#/definitions/level"}
                }
              }
            },
            "pay": {"$ref": "#/definitions/rate"},
            "threshold": {
              "anyOf": [
                {"$ref": "#/definitions/level"},
                {
                  "type": "object",
                  "required": ["at"],
                  "additionalProperties": false,
                  "properties": {
                    "at": {"$ref": "#/definitions/level"},
                    "pays": {"enum": ["above", "from the first unit"]}
                  }
                }
              ]
            },
            "cap": {
              "anyOf": [
                {"$ref": "#/definitions/level"},
                {
                  "type": "object",
                  "required": ["attainment"],
                  "additionalProperties": false,
                  "properties": {"attainment": {"$ref": "#/definitions/level"}}
                }
              ]
            },
            "without quota": {
              "enum": ["nothing", "first rate"],
              "description": "What is paid where there is no quota, such as in a month of a ramp at 0 %."
            },
            "gate": {
              "anyOf": [
                {"$ref": "#/definitions/gate"},
                {"type": "array", "items": {"$ref": "#/definitions/gate"}}
              ]
            },
            "multiplier": {
              "anyOf": [
                {"$ref": "#/definitions/multiplier"},
                {"type": "array", "items": {"$ref": "#/definitions/multiplier"}}
              ]
            }
          }
        },
        "gate": {
          "type": "object",
          "required": ["measure", "at"],
          "additionalProperties": false,
          "properties": {
            "measure": {"type": "string"},
            "at": {"$ref": "#/definitions/level"},
            "otherwise": {
              "anyOf": [
                {"$ref": "#/definitions/share"},
                {
                  "type": "object",
                  "required": ["at most"],
                  "additionalProperties": false,
                  "properties": {"at most": {"$ref": "#/definitions/share"}}
                }
              ]
            },
            "over": {"enum": ["period", "year to date"]}
          }
        },
        "multiplier": {
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "measure": {"type": "string"},
            "steps": {"$ref": "#/definitions/steps"},
            "score": {"type": "string"}
          }
        },
        "bonus": {
          "type": "object",
          "required": ["bonus", "measure", "period"],
          "additionalProperties": false,
          "properties": {
            "bonus": {"type": "string"},
            "measure": {"type": "string"},
            "period": {"$ref": "#/definitions/period"},
            "accumulate": {"enum": ["within period", "year to date", "either"]},
            "at": {"$ref": "#/definitions/level"},
            "pay": {"$ref": "#/definitions/level"},
            "steps": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["at", "pay"],
                "additionalProperties": false,
                "properties": {"at": {"$ref": "#/definitions/level"}, "pay": {"$ref": "#/definitions/level"}}
              }
            },
            "steps are": {"enum": ["cumulative", "highest"]}
          }
        },
        "objectives": {
          "type": "object",
          "required": ["objectives", "period", "goals"],
          "additionalProperties": false,
          "properties": {
            "objectives": {"type": "string"},
            "period": {"$ref": "#/definitions/period"},
            "target": {"$ref": "#/definitions/level"},
            "goals": {"type": "object", "additionalProperties": {"$ref": "#/definitions/share"}}
          }
        },
        "spiff": {
          "type": "object",
          "required": ["spiff", "pay"],
          "additionalProperties": false,
          "properties": {
            "spiff": {"type": "string"},
            "pay": {"$ref": "#/definitions/rate"},
            "where": {"$ref": "#/definitions/where"},
            "from": {"$ref": "#/definitions/date"},
            "to": {"$ref": "#/definitions/date"},
            "budget": {"$ref": "#/definitions/amount"}
          }
        },
        "override": {
          "type": "object",
          "required": ["override", "measure", "pay"],
          "additionalProperties": false,
          "properties": {
            "override": {"type": "string"},
            "measure": {"type": "string"},
            "period": {"enum": ["month", "quarter", "half", "year", "deal"]},
            "pay": {"$ref": "#/definitions/rate"}
          }
        },
        "draw": {
          "type": "object",
          "required": ["kind", "amount", "per"],
          "additionalProperties": false,
          "properties": {
            "kind": {"enum": ["recoverable", "non-recoverable", "added"]},
            "amount": {"$ref": "#/definitions/amount"},
            "per": {"$ref": "#/definitions/period"},
            "months": {"type": "integer"},
            "recover": {"$ref": "#/definitions/share"},
            "forgive": {"type": "boolean"}
          }
        },
        "guarantee": {
          "type": "object",
          "required": ["per"],
          "additionalProperties": false,
          "properties": {
            "share": {"$ref": "#/definitions/share"},
            "amount": {
              "anyOf": [
                {"$ref": "#/definitions/amount"},
                {"type": "array", "items": {"$ref": "#/definitions/amount"}}
              ]
            },
            "months": {"type": "integer"},
            "per": {"$ref": "#/definitions/period"}
          }
        },
        "clawback": {
          "type": "object",
          "required": ["within"],
          "additionalProperties": false,
          "properties": {
            "within": {"$ref": "#/definitions/duration"},
            "of": {"type": "string"},
            "take": {"$ref": "#/definitions/share"},
            "attainment": {"enum": ["keeps", "reduces", "restates"]},
            "instalments": {"type": "integer"}
          }
        },
        "paid": {
          "anyOf": [
            {"type": "string"},
            {"type": "object", "additionalProperties": {"$ref": "#/definitions/share"}}
          ]
        },
        "version": {
          "type": "object",
          "required": ["from"],
          "additionalProperties": false,
          "properties": {
            "from": {"$ref": "#/definitions/date"},
            "base": {"$ref": "#/definitions/yearly"},
            "variable": {"$ref": "#/definitions/yearly"},
            "ote": {"$ref": "#/definitions/yearly"},
            "mix": {"type": "string"},
            "measures": {"$ref": "#/properties/measures"},
            "components": {"$ref": "#/properties/components"},
            "draw": {"$ref": "#/definitions/draw"},
            "guarantee": {"$ref": "#/definitions/guarantee"},
            "clawback": {"$ref": "#/definitions/clawback"},
            "paid": {"$ref": "#/definitions/paid"},
            "cap": {"$ref": "#/definitions/level"}
          }
        }
      }
    }

    """#
}
